package org.babelmill.jobs.run;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.input.InputSplit;

/**
 * Tells near which hosts a split should be read. A storage is asked once for each file, whose splits come one after the
 * other: a crawl has four times as many splits as files. Not thread-safe.
 */
final class BlockHosts {

    private final Configuration hadoop;
    private String latest = "";
    private BlockLocation[] blocks = {};

    BlockHosts(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /** Hosts that have the beginning of a split; none where the storage is not HDFS. */
    List<String> of(InputSplit split) throws IOException {
        InputSplit.Range first = split.ranges().get(0);
        String uri = first.file().uri();
        if (!latest.equals(uri)) {
            blocks = blocks(new Path(uri));
            latest = uri;
        }
        for (BlockLocation block : blocks) {
            if (block.getOffset() <= first.start() && first.start() < block.getOffset() + block.getLength()) {
                return List.of(block.getHosts());
            }
        }
        return List.of();
    }

    private BlockLocation[] blocks(Path path) throws IOException {
        FileSystem fs = path.getFileSystem(hadoop);
        return fs.getUri().getScheme().equals("hdfs")
                ? fs.getFileBlockLocations(path, 0, Long.MAX_VALUE)
                : new BlockLocation[0];
    }
}
