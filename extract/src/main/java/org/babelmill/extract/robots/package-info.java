/** What a host's robots.txt allows to whom. */
package org.babelmill.extract.robots;
