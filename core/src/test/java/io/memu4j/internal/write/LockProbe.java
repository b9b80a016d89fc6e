package io.memu4j.internal.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether another process could lock a file now: only another one can tell without dropping this one's locks. */
public final class LockProbe {
    private static final int FREE = 0;
    private static final int TAKEN = 3;

    private LockProbe() {}

    public static boolean isFree(Path file) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockProbe.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != FREE && code != TAKEN) {
            throw new IllegalStateException("The process that looks ended with " + code + ".");
        }
        return code == FREE;
    }

    public static void main(String[] args) throws IOException {
        int code;
        try (FileChannel channel =
                FileChannel.open(Path.of(args[0]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            code = lock == null ? TAKEN : FREE;
        }
        System.exit(code);
    }
}
