package org.babelmill.jobs.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.babelmill.jobs.UserError;

/**
 * Reads input files for one task, gently: within the job's budget of requests, from one place to the end with one
 * request, and on from where it broke off when the storage fails. A file that is not the one the run was planned with ends
 * the run with a sentence, and so does a storage that refuses access: it is not asked again. Not thread-safe.
 */
public final class InputReads {

    private final Configuration hadoop;
    private final RequestBudget budget;
    private final int retries;
    private final Pauses pauses;
    private final Set<String> checked = new HashSet<>();

    /**
     * Reads of a task.
     *
     * @param hadoop storage settings
     * @param budget of the job
     * @param retries of a read that failed, at least 0; none for files of this machine
     */
    public InputReads(Configuration hadoop, RequestBudget budget, int retries) {
        this(hadoop, budget, retries, Pauses.REAL);
    }

    InputReads(Configuration hadoop, RequestBudget budget, int retries, Pauses pauses) {
        this.hadoop = hadoop;
        this.budget = budget;
        this.retries = retries;
        this.pauses = pauses;
    }

    /** Reads without a budget and with the storage's own retries only, for tools that read a few files. */
    public static InputReads plain(Configuration hadoop) {
        return new InputReads(hadoop, new RequestBudget(0, 1), 0);
    }

    /** Storage settings. */
    public Configuration hadoop() {
        return hadoop;
    }

    /** The stored bytes of a file from a place to its end. Nothing is asked for before the first byte is read. */
    public InputStream open(InputFile file, long offset) {
        return new ResumingStream(this, file, offset);
    }

    /**
     * Says that a file is still the one that the run was planned with.
     *
     * @throws UserError when it is not
     */
    public void check(InputFile file) throws IOException {
        Path path = new Path(file.uri());
        try {
            FileStatus now = path.getFileSystem(hadoop).getFileStatus(path);
            if (now.getLen() != file.length() || seconds(now.getModificationTime()) != seconds(file.modified())) {
                throw new UserError(file.uri() + ": changed since the run began (" + file.length() + " bytes then, "
                        + now.getLen() + " now); the same command goes on with the files as they are");
            }
        } catch (FileNotFoundException e) {
            throw new UserError(
                    file.uri() + ": gone since the run began; the same command goes on with the files as they are", e);
        }
    }

    /** S3 answers in milliseconds when it lists, and in seconds when it is asked for one object. */
    private static long seconds(long milliseconds) {
        return TimeUnit.MILLISECONDS.toSeconds(milliseconds);
    }

    /** One request: the file from a place to its end. */
    InputStream request(InputFile file, long offset) throws IOException {
        pauses.pass(budget.gapNanos());
        try {
            if (checked.add(file.uri())) {
                check(file);
            }
            FSDataInputStream in = opened(file);
            try {
                in.seek(offset);
                return in;
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (AccessDeniedException | AccessControlException e) {
            throw denied(file, e);
        }
    }

    /** Waits before a read is taken up again, or says that it will not be. */
    void failed(InputFile file, int failures, IOException cause) throws IOException {
        if (cause instanceof AccessDeniedException || cause instanceof AccessControlException) {
            throw denied(file, cause);
        }
        boolean stopped = cause instanceof InterruptedIOException
                        && Thread.currentThread().isInterrupted()
                || cause instanceof ClosedByInterruptException;
        if (stopped || failures >= retries || isLocal(file)) {
            throw cause;
        }
        pauses.afterFailure(failures);
        check(file);
    }

    private FSDataInputStream opened(InputFile file) throws IOException {
        Path path = new Path(file.uri());
        FileSystem fs = path.getFileSystem(hadoop);
        if (isLocal(file)) {
            return fs.open(path);
        }
        // The length spares S3 a request; the policy keeps it from cutting the file into many.
        try {
            return fs.openFile(path)
                    .opt(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY, "whole-file, sequential")
                    .optLong(OpenFileOptions.FS_OPTION_OPENFILE_LENGTH, file.length())
                    .build()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("stopped while opening").initCause(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(file.uri(), e.getCause());
        }
    }

    private static UserError denied(InputFile file, IOException cause) {
        return new UserError(
                file.uri() + ": access denied (" + cause.getMessage()
                        + "); it was not asked again; once access is given, the same command goes on",
                cause);
    }

    private static boolean isLocal(InputFile file) {
        return new Path(file.uri()).toUri().getScheme().equals("file");
    }
}
