"""The assessment page: outline, one question at a time, guidance beside it; a file for each part."""
