/** From archived bytes to documents: records, charset, main text, evidence. */
package org.babelmill.extract;
