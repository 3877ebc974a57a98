/** Mends text that was damaged before it was archived: decoded wrongly twice, or with character references left in it. */
package org.babelmill.extract.repair;
