"""What every messaging channel has to keep, whatever its platform; docs/channels.md tells how."""
