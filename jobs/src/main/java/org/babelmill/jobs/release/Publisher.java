package org.babelmill.jobs.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;

/**
 * Copies a release to a target: only what is not there yet, several files at a time, each checked against its checksum,
 * the manifest last. A publication that was stopped goes on when the command is given again.
 */
public final class Publisher {

    private final Release release;
    private final ReleaseTarget target;
    private final int threads;
    private final AtomicLong sentFiles = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();

    /**
     * A publisher.
     *
     * @param threads files that are sent at the same time, at least 1
     */
    public Publisher(Release release, ReleaseTarget target, int threads) {
        this.release = release;
        this.target = target;
        this.threads = threads;
    }

    /**
     * What is to be done.
     *
     * @param send files that the target lacks or has otherwise
     * @param present files that it has
     */
    public record Plan(List<ReleaseFile> send, List<ReleaseFile> present) {

        /** Bytes to send. */
        public long bytes() {
            return send.stream().mapToLong(ReleaseFile::bytes).sum();
        }
    }

    /** Compares the release with the target; changes nothing. */
    public Plan plan() throws IOException {
        List<ReleaseFile> files = ReleaseFile.of(release);
        FileSystem fs = release.root().getFileSystem(release.hadoop());
        for (ReleaseFile file : files) {
            Path path = release.path(file.path());
            if (!fs.exists(path) || fs.getFileStatus(path).getLen() != file.bytes()) {
                throw new UserError(path + ": is missing or has another size than the manifest says; babelmill verify"
                        + " tells more");
            }
        }
        List<ReleaseFile> present = target.present(files);
        Set<ReleaseFile> there = new HashSet<>(present);
        return new Plan(files.stream().filter(f -> !there.contains(f)).toList(), present);
    }

    /** Publishes. */
    public void publish(Plan plan) throws IOException {
        ReleaseFile manifest = ReleaseFile.manifest(release);
        if (plan.send().isEmpty() && !target.present(List.of(manifest)).isEmpty()) {
            return;
        }
        target.begin();
        send(plan.send());
        List<ReleaseFile> all = new ArrayList<>(plan.present());
        all.addAll(plan.send());
        target.complete(all, manifest, source(manifest));
    }

    /** Files that were sent so far; to be asked by any thread. */
    public long sentFiles() {
        return sentFiles.get();
    }

    /** Their bytes. */
    public long sentBytes() {
        return sentBytes.get();
    }

    private void send(List<ReleaseFile> files) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (ReleaseFile file : files) {
                sent.add(pool.submit(() -> {
                    target.put(file, source(file));
                    sentFiles.incrementAndGet();
                    sentBytes.addAndGet(file.bytes());
                    return null;
                }));
            }
            for (Future<?> file : sent) {
                file.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while files were sent", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private ReleaseTarget.Source source(ReleaseFile file) {
        Path path = release.path(file.path());
        return position -> {
            FSDataInputStream in = path.getFileSystem(release.hadoop()).open(path);
            in.seek(position);
            return in;
        };
    }
}
