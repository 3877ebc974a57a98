package org.babelmill.jobs.release;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A target whose line is cut after some files. */
final class CutTarget implements ReleaseTarget {

    static final String MESSAGE = "the line is cut";

    private final ReleaseTarget target;
    private final int files;
    private final AtomicInteger sent = new AtomicInteger();

    CutTarget(ReleaseTarget target, int files) {
        this.target = target;
        this.files = files;
    }

    @Override
    public List<ReleaseFile> present(List<ReleaseFile> wanted) throws IOException {
        return target.present(wanted);
    }

    @Override
    public void begin() throws IOException {
        target.begin();
    }

    @Override
    public void put(ReleaseFile file, Source source) throws IOException {
        if (sent.incrementAndGet() > files) {
            throw new IOException(MESSAGE);
        }
        target.put(file, source);
    }

    @Override
    public void complete(List<ReleaseFile> all, ReleaseFile manifest, Source source) {
        throw new IllegalStateException("completed although the line was cut");
    }

    @Override
    public String describe() {
        return "cut " + target.describe();
    }
}
