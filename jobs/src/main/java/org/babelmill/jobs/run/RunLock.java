package org.babelmill.jobs.run;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second run out of a directory. The holder renews the lock file every few seconds; a lock that is not renewed
 * while a newcomer watches belongs to a dead run and is taken over; where the holder's process was on this machine and is
 * gone, without watching. Works on any storage, with no clock compared between machines.
 */
public final class RunLock implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final long BEAT_MILLIS = 3_000;
    private static final long PATIENCE_MILLIS = 4 * BEAT_MILLIS;

    private final Storage storage;
    private final Path path;
    private final String owner;
    private final Thread heart;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long beats;

    private RunLock(Storage storage, Path path, String owner) {
        this.storage = storage;
        this.path = path;
        this.owner = owner;
        this.heart = new Thread(this::beatUntilStopped, "run-lock");
        heart.setDaemon(true);
    }

    /**
     * Takes the lock of a run directory.
     *
     * @throws UserError when a living run holds it; the message names its machine and process
     */
    public static RunLock take(RunDirectory directory) throws IOException {
        Storage storage = directory.storage();
        Path path = directory.path("_lock");
        storage.mkdirs(directory.root());
        Holder self = new Holder(
                hostName(), ProcessHandle.current().pid(), UUID.randomUUID().toString());
        RunLock lock = new RunLock(storage, path, self.text());
        if (!storage.createNew(path, lock.content())) {
            refuseIfAlive(storage, path, self, directory);
            storage.overwrite(path, lock.content());
        }
        lock.heart.start();
        return lock;
    }

    private static void refuseIfAlive(Storage storage, Path path, Holder self, RunDirectory directory)
            throws IOException {
        Optional<String> before = storage.read(path);
        if (before.isEmpty()) {
            return;
        }
        Optional<Holder> holder = Holder.parse(before.get());
        boolean certainlyDead = holder.isPresent()
                && holder.get().host().equals(self.host())
                && ProcessHandle.of(holder.get().process()).isEmpty();
        if (!certainlyDead && changesWhileWatched(storage, path, before.get())) {
            throw new UserError(directory.root() + ": another run is at work here ("
                    + holder.map(h -> "machine " + h.host() + ", process " + h.process())
                            .orElse("unknown holder")
                    + "); wait for it, or name another --output");
        }
        LOG.info("took over the lock of a dead run on {}", directory.root());
    }

    private static boolean changesWhileWatched(Storage storage, Path path, String before) throws IOException {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while watching the lock " + path, e);
        }
        return storage.read(path).map(now -> !now.equals(before)).orElse(false);
    }

    private void beatUntilStopped() {
        try {
            while (!stopped.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                beats++;
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            storage.overwrite(path, content());
        } catch (IOException e) {
            LOG.warn("cannot renew the lock {}: {}", path, e.toString());
        }
    }

    private String content() {
        return owner + "\nbeat " + beats + "\n";
    }

    @Override
    public void close() throws IOException {
        stopped.countDown();
        try {
            // A renewal after the delete would bring the lock back to life.
            heart.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        storage.delete(path);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown-" + UUID.randomUUID();
        }
    }

    private record Holder(String host, long process, String token) {

        String text() {
            return host + " " + process + " " + token;
        }

        static Optional<Holder> parse(String content) {
            String[] parts = content.lines().findFirst().orElse("").split(" ");
            if (parts.length != 3 || !parts[1].matches("\\d{1,18}")) {
                return Optional.empty();
            }
            return Optional.of(new Holder(parts[0], Long.parseLong(parts[1]), parts[2]));
        }
    }
}
