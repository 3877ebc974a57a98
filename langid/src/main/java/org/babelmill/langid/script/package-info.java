/** Script first: which scripts belong together, which settle the language alone, simplified or traditional Chinese. */
package org.babelmill.langid.script;
