"""What a report says, in frozen typed values; no language, no file, no engine."""
