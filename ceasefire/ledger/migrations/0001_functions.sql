-- The ledger's functions. Facts enter the outbox as they are written and are numbered together at commit, under the
-- lock of the single head row: numbers follow commit order, have no gap after a rollback, and an open transaction
-- holds nobody up, for it takes the lock only while it commits. READ COMMITTED is assumed.

CREATE FUNCTION ledger_enter_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ledger_outbox (txid, fact_table, fact_id, action, supersedes)
    SELECT pg_current_xact_id()::text::bigint, TG_TABLE_NAME, id,
           CASE WHEN supersedes_id IS NULL THEN 'recorded' ELSE 'corrected' END, supersedes_id
    FROM new_rows ORDER BY id;
    RETURN NULL;
END $$;

CREATE FUNCTION ledger_enter_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ledger_outbox (txid, fact_table, fact_id, action)
    SELECT pg_current_xact_id()::text::bigint, TG_TABLE_NAME, n.id, 'retracted'
    FROM new_rows n JOIN old_rows o USING (id)
    WHERE n.closed AND NOT o.closed ORDER BY n.id;
    RETURN NULL;
END $$;

CREATE FUNCTION ledger_number() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    mine bigint := pg_current_xact_id()::text::bigint;
    how_many bigint;
    last_seq bigint;
    instant timestamptz;
    one_table text;
BEGIN
    -- the first deferred call of a transaction numbers everything, the others find nothing left
    PERFORM 1 FROM ledger_outbox WHERE id = NEW.id AND seq IS NULL;
    IF NOT FOUND THEN RETURN NULL; END IF;

    -- a reading closed by its own successor is one event, the correction, with one number
    DELETE FROM ledger_outbox c USING ledger_outbox n
    WHERE c.txid = mine AND c.seq IS NULL AND c.action = 'retracted'
      AND n.txid = mine AND n.seq IS NULL AND n.fact_table = c.fact_table AND n.supersedes = c.fact_id;

    SELECT count(*) INTO how_many FROM ledger_outbox WHERE txid = mine AND seq IS NULL;

    -- from here to the end of the commit everybody else waits; the clock may jump back, the record may not
    UPDATE ledger_head SET seq = seq + how_many, recorded_at = greatest(recorded_at, clock_timestamp())
    RETURNING seq, recorded_at INTO last_seq, instant;
    IF NOT FOUND THEN RAISE EXCEPTION 'the ledger has no head row'; END IF;

    UPDATE ledger_outbox o SET seq = last_seq - how_many + r.place, recorded_at = instant
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS place
          FROM ledger_outbox WHERE txid = mine AND seq IS NULL) r
    WHERE o.id = r.id;

    FOR one_table IN
        SELECT DISTINCT o.fact_table FROM ledger_outbox o WHERE o.seq > last_seq - how_many AND o.seq <= last_seq
    LOOP
        EXECUTE format(
            'UPDATE %1$I f SET known_from = o.seq FROM ledger_outbox o
             WHERE o.seq > $1 AND o.seq <= $2 AND o.fact_table = %1$L AND o.action <> ''retracted''
               AND f.id = o.fact_id AND f.known_from IS NULL', one_table)
        USING last_seq - how_many, last_seq;
        EXECUTE format(
            'UPDATE %1$I f SET known_to = o.seq FROM ledger_outbox o
             WHERE o.seq > $1 AND o.seq <= $2 AND o.fact_table = %1$L AND o.action <> ''recorded''
               AND f.id = CASE o.action WHEN ''corrected'' THEN o.supersedes ELSE o.fact_id END
               AND f.closed AND f.known_to IS NULL', one_table)
        USING last_seq - how_many, last_seq;
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION ledger_forbid(rule text, message text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: %', rule, message USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = rule;
END $$;

CREATE FUNCTION ledger_guard_fact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    superseded boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.known_from IS NOT NULL OR NEW.known_to IS NOT NULL OR NEW.closed THEN
            PERFORM ledger_forbid(TG_TABLE_NAME || '_is_numbered_by_the_ledger', 'a new fact has no number yet');
        END IF;
        IF NEW.supersedes_id IS NOT NULL THEN
            EXECUTE format('SELECT closed AND slug = $2 FROM %I WHERE id = $1', TG_TABLE_NAME)
            INTO superseded USING NEW.supersedes_id, NEW.slug;
            IF superseded IS NOT TRUE THEN
                PERFORM ledger_forbid(TG_TABLE_NAME || '_supersedes_a_closed_reading',
                                      'close the reading that this one corrects first, and keep its name');
            END IF;
        END IF;
        RETURN NEW;
    ELSIF TG_OP = 'UPDATE' THEN
        -- stamping, by ledger_number alone: a direct UPDATE has depth 1
        IF pg_trigger_depth() > 1
           AND (OLD.known_from IS NULL OR OLD.known_from = NEW.known_from)
           AND (OLD.known_to IS NULL OR OLD.known_to = NEW.known_to)
           AND to_jsonb(NEW) - '{known_from,known_to}'::text[] = to_jsonb(OLD) - '{known_from,known_to}'::text[] THEN
            RETURN NEW;
        END IF;
        -- closing, once
        IF NOT OLD.closed AND NEW.closed
           AND to_jsonb(NEW) - '{closed,closed_by_id,closed_reason}'::text[]
             = to_jsonb(OLD) - '{closed,closed_by_id,closed_reason}'::text[] THEN
            RETURN NEW;
        END IF;
    END IF;
    PERFORM ledger_forbid(TG_TABLE_NAME || '_is_never_rewritten',
                          'a published fact can be corrected or retracted, never changed or deleted');
END $$;

-- arguments: the fact's table, the column that points to it
CREATE FUNCTION ledger_guard_detail() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    is_new boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format('SELECT known_from IS NULL AND NOT closed FROM %I WHERE id = ($1).%I', TG_ARGV[0], TG_ARGV[1])
        INTO is_new USING NEW;
        IF is_new THEN RETURN NEW; END IF;
    END IF;
    PERFORM ledger_forbid(TG_TABLE_NAME || '_is_never_rewritten',
                          'it belongs to a published fact and is written together with it');
END $$;

CREATE FUNCTION ledger_guard_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() > 1 THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    PERFORM ledger_forbid(TG_TABLE_NAME || '_is_written_by_the_ledger', 'only committing facts moves the ledger');
END $$;

CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM ledger_forbid(TG_TABLE_NAME || '_is_append_only', 'rows come in and stay');
END $$;

-- A timeline entry: the next number, no fork, and the hash that its bytes really have.
CREATE FUNCTION ledger_guard_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parent text;
BEGIN
    EXECUTE format('SELECT hash FROM %I WHERE seq = $1', TG_TABLE_NAME) INTO parent USING NEW.seq - 1;
    IF NEW.seq < 1 OR NEW.previous_id IS DISTINCT FROM parent OR (NEW.seq > 1 AND parent IS NULL) THEN
        PERFORM ledger_forbid(TG_TABLE_NAME || '_follows_its_predecessor', 'the chain has no gap and no fork');
    END IF;
    IF NEW.hash <> encode(sha256(coalesce(decode(parent, 'hex'), ''::bytea) || convert_to(NEW.body, 'UTF8')), 'hex') THEN
        PERFORM ledger_forbid(TG_TABLE_NAME || '_has_the_hash_of_its_bytes', 'hash and bytes differ');
    END IF;
    RETURN NEW;
END $$;
