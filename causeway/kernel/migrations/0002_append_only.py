"""The audit trail is append-only: PostgreSQL itself refuses to change or remove a row."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION kernel_audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER kernel_audit_no_change BEFORE UPDATE OR DELETE ON kernel_auditentry
    FOR EACH ROW EXECUTE FUNCTION kernel_audit_is_append_only();
CREATE TRIGGER kernel_audit_no_truncate BEFORE TRUNCATE ON kernel_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION kernel_audit_is_append_only();
"""
BACKWARD = """
DROP TRIGGER kernel_audit_no_truncate ON kernel_auditentry;
DROP TRIGGER kernel_audit_no_change ON kernel_auditentry;
DROP FUNCTION kernel_audit_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
