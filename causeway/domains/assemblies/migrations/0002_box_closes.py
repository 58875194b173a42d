"""No paper falls into a box that is closed: PostgreSQL itself refuses it.

A vote that was let in a moment before the close may be stored a moment after the count. The trigger locks the ballot as a
foreign key does; the count locks it for itself. So a late paper waits for the count, and is then refused.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION assemblies_box_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM assemblies_ballot
        WHERE process_id = NEW.ballot_id AND closed_at IS NULL FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'The box of this ballot is closed.' USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assemblies_paper_into_open_box BEFORE INSERT ON assemblies_paper
    FOR EACH ROW EXECUTE FUNCTION assemblies_box_is_open();
"""
BACKWARD = """
DROP TRIGGER assemblies_paper_into_open_box ON assemblies_paper;
DROP FUNCTION assemblies_box_is_open();
"""


class Migration(migrations.Migration):
    dependencies = [("assemblies", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
