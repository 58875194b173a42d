"""The demo alliance: what real campaigns reported, told again with the real commands. Nothing depends on it."""
