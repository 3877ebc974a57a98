package org.babelmill.jobs;

/**
 * Something the user can mend: a path, an option, a setting. Ends the program with exit code 2 and its message, one
 * line that names the thing, its value and what is allowed.
 */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
