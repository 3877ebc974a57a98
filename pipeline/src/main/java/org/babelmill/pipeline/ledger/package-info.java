/** The book of what did not become a document. Together with the documents it accounts for every record read. */
package org.babelmill.pipeline.ledger;
