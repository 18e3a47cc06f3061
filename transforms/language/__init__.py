"""What is done with the language of a text: which one it is, and the pipeline that analyses it."""
