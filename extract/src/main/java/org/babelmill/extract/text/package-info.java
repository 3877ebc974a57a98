/** Small questions about characters and short strings, answered without regular expressions or locales. */
package org.babelmill.extract.text;
