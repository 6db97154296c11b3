-- What the proposals' own rules need from the database.

-- Argument: the edges of the status table, "from>to from>to …"; an empty "from" begins a record.
CREATE FUNCTION status_change_follows_the_table() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last record;
BEGIN
    -- one mover of a proposal at a time, or two could start from the same place
    PERFORM 1 FROM proposals_proposal WHERE id = NEW.proposal_id FOR NO KEY UPDATE;

    -- its own track (whose status, according to whom) or the proposal as a whole, whichever moved last
    SELECT to_status, effective_lower INTO last FROM proposals_statuschange
    WHERE proposal_id = NEW.proposal_id AND NOT closed
      AND ((applies_to_id IS NOT DISTINCT FROM NEW.applies_to_id
            AND according_to_id IS NOT DISTINCT FROM NEW.according_to_id)
           OR (applies_to_id IS NULL AND according_to_id IS NULL))
    ORDER BY effective_lower DESC NULLS LAST, id DESC
    LIMIT 1;

    IF NEW.from_status IS DISTINCT FROM last.to_status THEN
        PERFORM ledger_forbid('statuschange_starts_where_the_proposal_stands',
            format('it stands at %s, not at %s', coalesce(last.to_status, 'nothing'), coalesce(NEW.from_status, 'nothing')));
    END IF;
    IF coalesce(NEW.effective_lower, '-infinity') < coalesce(last.effective_lower, '-infinity') THEN
        PERFORM ledger_forbid('statuschange_is_not_before_the_one_it_follows',
            format('the status it follows began on %s', last.effective_lower));
    END IF;
    IF position(format(' %s>%s ', coalesce(NEW.from_status, ''), NEW.to_status) IN ' ' || TG_ARGV[0] || ' ') = 0 THEN
        PERFORM ledger_forbid('statuschange_follows_the_table',
            format('no move leads from %s to %s', coalesce(NEW.from_status, 'nothing'), NEW.to_status));
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION position_conditional_has_condition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.stance = 'supports_conditionally'
       AND NOT EXISTS (SELECT 1 FROM proposals_condition WHERE position_id = NEW.id) THEN
        PERFORM ledger_forbid('position_conditional_has_condition', 'conditional support says on what condition');
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION review_is_by_another_person() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    author bigint;
BEGIN
    IF NEW.statement_id IS NOT NULL THEN
        SELECT entered_by_id INTO author FROM proposals_statement WHERE id = NEW.statement_id;
    ELSE
        SELECT entered_by_id INTO author FROM proposals_statuschange WHERE id = NEW.status_change_id;
    END IF;
    IF author = NEW.entered_by_id THEN
        PERFORM ledger_forbid('review_is_by_another_person', 'nobody confirms what they entered themselves');
    END IF;
    RETURN NEW;
END $$;
