package org.babelmill.jobs.run;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.babelmill.jobs.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second run out of a directory. The holder renews the lock file every few seconds; a lock that is not renewed
 * while a newcomer watches belongs to a dead run and is taken over; where the holder's process was on this machine and is
 * gone, without watching. Works on any storage, with no clock compared between machines.
 *
 * <p>Storage need not offer an atomic exchange: of several newcomers who take over at once, the last to write is found by
 * all of them when they look again a beat later, and only that one goes on. A holder that was asleep for so long that
 * another took over finds so before it renews, and then neither renews nor deletes what is no longer its own.
 */
public final class RunLock implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final long BEAT_MILLIS = 3_000;
    private static final long PATIENCE_MILLIS = 4 * BEAT_MILLIS;
    private static final int LOOKS = 20;
    private static final long LOOK_MILLIS = 50;

    private final Storage storage;
    private final Path path;
    private final String owner;
    private final Thread heart;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Consumer<String>> whenLost = new AtomicReference<>(other -> {});
    private final AtomicReference<String> lostTo = new AtomicReference<>();
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
     * @throws UserError when a living run holds it, or another newcomer was quicker; the message names its machine and
     *     process
     */
    public static RunLock take(RunDirectory directory) throws IOException {
        Storage storage = directory.storage();
        Path path = directory.path("_lock");
        storage.mkdirs(directory.root());
        Holder self = new Holder(
                hostName(), ProcessHandle.current().pid(), UUID.randomUUID().toString());
        RunLock lock = new RunLock(storage, path, self.text());
        if (!storage.createNew(path, lock.content())) {
            lock.takeOver(self, directory);
        }
        lock.heart.start();
        return lock;
    }

    /**
     * What to do when another run has taken this lock over: it is told the machine and process that hold it now, once at
     * least. Runs on the thread that renews the lock, within seconds of the loss or of this call.
     */
    public void whenLost(Consumer<String> action) {
        whenLost.set(action);
    }

    /** The machine and process of the run that has taken this lock over; empty while none has. */
    public Optional<String> lostTo() {
        return Optional.ofNullable(lostTo.get());
    }

    private void takeOver(Holder self, RunDirectory directory) throws IOException {
        Optional<String> before = storage.read(path);
        if (before.isEmpty()) {
            // Its holder ended between the two looks: the first of the newcomers to create it has it.
            if (!storage.createNew(path, content())) {
                throw atWork(directory);
            }
            return;
        }
        refuseIfAlive(before.get(), self, directory);
        storage.overwrite(path, content());
        pause(BEAT_MILLIS);
        if (!storage.read(path).map(this::isOwn).orElse(false)) {
            throw atWork(directory);
        }
        LOG.info("took over the lock of a dead run on {}", directory.root());
    }

    private void refuseIfAlive(String before, Holder self, RunDirectory directory) throws IOException {
        Optional<Holder> holder = Holder.parse(before);
        boolean certainlyDead = holder.isPresent()
                && holder.get().host().equals(self.host())
                && ProcessHandle.of(holder.get().process()).isEmpty();
        if (!certainlyDead && changesWhileWatched(before)) {
            throw atWork(directory);
        }
    }

    private UserError atWork(RunDirectory directory) throws IOException {
        return new UserError(directory.root() + ": another run is at work here ("
                + holder().map(Holder::named).orElse("unknown holder") + "); wait for it, or name another --output");
    }

    /** Who holds the lock now. It is written in place, so that a look may find it half written: then another follows. */
    private Optional<Holder> holder() throws IOException {
        Optional<Holder> holder = storage.read(path).flatMap(Holder::parse);
        for (int i = 1; i < LOOKS && holder.isEmpty(); i++) {
            pause(LOOK_MILLIS);
            holder = storage.read(path).flatMap(Holder::parse);
        }
        return holder;
    }

    private boolean changesWhileWatched(String before) throws IOException {
        pause(PATIENCE_MILLIS);
        return storage.read(path).map(now -> !now.equals(before)).orElse(false);
    }

    private void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while watching the lock " + path, e);
        }
    }

    private void beatUntilStopped() {
        try {
            while (!stopped.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Storage that does not answer says nothing against the holder; the next beat asks again. */
    private void renew() {
        try {
            Optional<Holder> other =
                    storage.read(path).filter(text -> !isOwn(text)).flatMap(Holder::parse);
            if (other.isPresent()) {
                LOG.error(
                        "{}: another run ({}) has taken over the lock",
                        path,
                        other.get().named());
                lostTo.set(other.get().named());
                whenLost.get().accept(other.get().named());
                return;
            }
            beats++;
            storage.overwrite(path, content());
        } catch (IOException e) {
            LOG.warn("cannot renew the lock {}: {}", path, e.toString());
        }
    }

    private boolean isOwn(String text) {
        return text.startsWith(owner + "\n");
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
        if (storage.read(path).map(this::isOwn).orElse(false)) {
            storage.delete(path);
        }
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

        String named() {
            return "machine " + host + ", process " + process;
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
