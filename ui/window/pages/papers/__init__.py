"""Papers: choosing a document, looking at it, printing it and saving it, from the same PDF."""
