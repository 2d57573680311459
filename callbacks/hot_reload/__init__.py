"""New tables under a running server: loaded aside, swapped whole, refused in words."""
