"""The table of the yardstick, without a migration."""

CREATE = """CREATE TABLE IF NOT EXISTS bench_row
(id uuid PRIMARY KEY, name text, email text, postcode text, at timestamptz)"""
