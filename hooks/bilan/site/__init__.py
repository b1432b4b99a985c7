"""The site as a whole: what page templates receive, and how a site is published."""
