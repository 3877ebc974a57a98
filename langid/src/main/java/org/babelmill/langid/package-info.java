/** Which language a text is in, in which script, and how sure that is. */
package org.babelmill.langid;
