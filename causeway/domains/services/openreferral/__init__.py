"""Open Referral UK 3.0 (HSDS-UK): reading feeds, planning what they change here, and writing our register as one."""
