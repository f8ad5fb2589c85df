"""Scripts that run inside a system's own process, with its folder as the current one."""
