/** What every engine can do, and how a verdict is made of it. */
package org.babelmill.langid.engine;
