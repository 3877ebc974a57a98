package org.babelmill.jobs.release;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A target whose line is cut after some files. */
final class CutTarget implements ReleaseTarget {

    static final String MESSAGE = "the line is cut";

    private final ReleaseTarget target;
    private final int files;
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch sent;

    CutTarget(ReleaseTarget target, int files) {
        this.target = target;
        this.files = files;
        this.sent = new CountDownLatch(files);
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
        if (begun.incrementAndGet() > files) {
            awaitSent();
            throw new IOException(MESSAGE);
        }
        target.put(file, source);
        sent.countDown();
    }

    /** What is under way when the line is cut would be interrupted, and one file fewer would be there now and then. */
    private void awaitSent() throws IOException {
        try {
            if (!sent.await(1, TimeUnit.MINUTES)) {
                throw new IOException("the files before the cut did not get through");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the cut", e);
        }
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
