package org.babelmill.jobs.sample;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a record of the sample is broken. */
enum Damage {
    /** Its header promises more bytes than follow. */
    @JsonProperty("length-over")
    LENGTH_OVER,
    /** Its header promises fewer bytes than follow. */
    @JsonProperty("length-under")
    LENGTH_UNDER,
    /** Its first line is not that of a WARC record. */
    @JsonProperty("bad-header")
    BAD_HEADER,
    /** Bytes in the middle of its gzip member are flipped. */
    @JsonProperty("flipped")
    FLIPPED,
    /** Bytes that belong to nothing stand before it; the record itself is good. */
    @JsonProperty("garbage-before")
    GARBAGE_BEFORE,
    /** The file ends in the middle of its gzip member. */
    @JsonProperty("cut")
    CUT
}
