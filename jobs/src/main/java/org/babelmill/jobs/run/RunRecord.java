package org.babelmill.jobs.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a run is: enough to go on with it, or to do it again elsewhere. Holds no host names, no credentials, no clock.
 *
 * @param babelmill version of the program
 * @param inputs what the user named
 * @param inputFingerprint hash of all input files' names, lengths and places in order
 * @param files number of input files
 * @param configuration all settings as they were used
 */
public record RunRecord(
        String babelmill, List<String> inputs, String inputFingerprint, int files, JsonNode configuration) {

    public RunRecord {
        inputs = List.copyOf(inputs);
    }
}
