package io.memu4j.store.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.PageRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.HashedWordsModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A program that reads and writes with eight threads for some seconds. It says {@code wrote USER WORD} after each acknowledged write,
 * {@code deleted USER} after each deletion, and {@code stale ...} or {@code error ...} when something is wrong. Each line it is told,
 * {@code USER WORD}, is a write of somebody else: from then on every search has to find that word.
 */
final class LoadTarget {
    static final int THREADS = 8;
    static final int USERS = 4;
    private static final String AGENT = "agent";

    private final BlockingQueue<String> writtenElsewhere = new LinkedBlockingQueue<>();
    private final MemoryServiceFactory memu;
    private final String name;
    private final long end;

    private LoadTarget(MemoryServiceFactory memu, String name, long seconds) {
        this.memu = memu;
        this.name = name;
        this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Arguments: JDBC URL, user, password, name, seconds. */
    public static void main(String[] args) throws Exception {
        DatabaseConfig config = DatabaseConfig.jdbc(args[0]);
        if (!args[1].isEmpty()) {
            config = config.withCredentials(args[1], args[2]);
        }
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(config)
                .llm(Models.of(new HashedWordsModel(64)))
                .blobs(BlobConfig.none())
                .build()) {
            new LoadTarget(memu, args[3], Long.parseLong(args[4])).run();
        }
        say("end");
        System.exit(0); // the thread that listens may still wait for a line
    }

    private void run() throws InterruptedException {
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
        Thread[] threads = new Thread[THREADS];
        for (int n = 0; n < THREADS; n++) {
            int number = n;
            threads[n] = new Thread(() -> work(number));
            threads[n].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                writtenElsewhere.add(line);
            }
        } catch (IOException e) {
            say("error " + e);
        }
    }

    private void work(int thread) {
        Random random = new Random(name.hashCode() * 31L + thread);
        for (int n = 0; System.nanoTime() < end; n++) {
            try {
                step(random, "w" + name + thread + "x" + n);
            } catch (RuntimeException e) { // whatever a caller would get is what the test is about
                say("error " + e.toString().replace('\n', ' '));
            }
        }
    }

    private void step(Random random, String word) {
        String user = "user" + random.nextInt(USERS);
        MemoryService service = memu.service(user, AGENT);
        int choice = random.nextInt(10);
        if (choice < 4) {
            service.memorize(MemorizeRequest.append(
                    "chat " + random.nextInt(5),
                    List.of(ConversationMessage.user("Ana", "I own the lighthouse called " + word + "."))));
            say("wrote " + user + " " + word);
            requireFound(service, user, word);
        } else if (choice < 5) {
            var items =
                    service.items().list(ItemFilter.ALL, PageRequest.newest(20)).rows();
            if (!items.isEmpty()
                    && service.items()
                            .delete(items.get(random.nextInt(items.size())).id(), false)) {
                say("deleted " + user);
            }
        } else {
            String told = writtenElsewhere.poll();
            if (told == null) {
                service.retrieve("Which lighthouse?");
            } else {
                String[] words = told.split(" ");
                requireFound(memu.service(words[0], AGENT), words[0], words[1]);
            }
        }
    }

    /** Passages are never deleted here. */
    private static void requireFound(MemoryService service, String user, String word) {
        RetrieveResult result = service.retrieve(word);
        boolean found = result.passages().stream()
                .anyMatch(passage ->
                        passage.value().text().toLowerCase(Locale.ROOT).contains(word));
        if (!found) {
            say("stale " + user + " " + word);
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
