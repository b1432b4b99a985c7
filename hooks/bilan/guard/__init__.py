"""The bilingual guard: where a report's two languages disagree, told before anyone reads it."""
