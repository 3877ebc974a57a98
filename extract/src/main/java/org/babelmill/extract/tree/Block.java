package org.babelmill.extract.tree;

/** One piece of a document. */
public sealed interface Block permits Heading, Paragraph, ListBlock, Table, Code, Quote, Caption, Formula {}
