"""Pictures of the site's figures for other sites: badges and charts in SVG, cards in PNG."""
