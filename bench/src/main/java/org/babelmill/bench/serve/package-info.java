/** How fast a run of many documents can be looked through. */
package org.babelmill.bench.serve;
