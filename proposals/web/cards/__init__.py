"""What the components of a page take, made out of facts: a module for each noun."""
