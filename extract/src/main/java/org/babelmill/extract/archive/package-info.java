/**
 * Reads web archives: WARC and WET files, stored plainly, in gzip members of one record each, or in one gzip member.
 *
 * <p>Stored bytes come in through {@link org.babelmill.extract.archive.ArchiveInput}; records and unreadable stretches
 * leave through {@link org.babelmill.extract.archive.ArchiveReader}. A file may be cut into ranges anywhere: each record
 * belongs to the range its first stored byte lies in.
 */
package org.babelmill.extract.archive;
