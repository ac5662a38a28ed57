"""A form as the reader fills it in: entries and a form in; a page to look over, plain text, a Word document, a draft out."""
