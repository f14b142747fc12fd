"""The pages of one partnership: at a glance, flow chart, map, protocol, contacts, roles."""
