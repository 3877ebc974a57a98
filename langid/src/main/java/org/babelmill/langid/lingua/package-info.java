/** Lingua's n-gram models (Apache-2.0, inside its jar), read without Lingua, and the engine that decides as Lingua does. */
package org.babelmill.langid.lingua;
