/** Addresses that differ in spelling only: when two captures are captures of one page. */
package org.babelmill.dedup.address;
