"""Every address of the board: pages, files, charts, embeds, images, session, health, errors."""
