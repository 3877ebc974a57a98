package org.babelmill.jobs.run;

import java.io.IOException;
import java.io.Serializable;
import org.babelmill.jobs.input.InputSplit;

/** What a stage does with one split, on an executor. */
@FunctionalInterface
public interface SplitWork extends Serializable {

    /**
     * Reads a split and writes its files.
     *
     * @param split what to read
     * @param task where to write and count
     * @throws IOException when storage fails; Spark tries the split again
     */
    void process(InputSplit split, SplitTask task) throws IOException;
}
