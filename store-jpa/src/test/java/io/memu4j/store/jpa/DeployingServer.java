package io.memu4j.store.jpa;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deploys the application again and again in one thread, as a server does, and prints what is left of it: class loaders that cannot be
 * collected, threads, MBeans, drivers, and the size of the metaspace after the first and the last deployment. Run with
 * {@code -XX:SoftRefLRUPolicyMSPerMB=0}, so that soft references do not count.
 */
final class DeployingServer {
    private DeployingServer() {}

    /** Arguments: number of deployments; a part of the names of jars that belong to the server, or nothing. */
    public static void main(String[] args) throws Exception {
        DriverManager.drivers()
                .forEach(driver -> {}); // the server has looked for drivers before there is an application
        List<URL> shared = new ArrayList<>();
        List<URL> own = new ArrayList<>();
        for (String entry : System.getProperty("memu.redeploy.path").split(java.io.File.pathSeparator)) {
            boolean inServer = !args[1].isEmpty()
                    && Path.of(entry).getFileName().toString().startsWith(args[1]);
            (inServer ? shared : own).add(url(entry));
        }
        ClassLoader server = new URLClassLoader(shared.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        long first = 0;
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            loaders.add(deploy(server, own));
            collect();
            first = i == 1 ? metaspace() : first;
        }
        collect();
        System.out.println("alive="
                + loaders.stream().filter(loader -> loader.get() != null).count());
        System.out.println("threads="
                + Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("memu4j"))
                        .toList());
        System.out.println("beans="
                + ManagementFactory.getPlatformMBeanServer().queryNames(null, null).stream()
                        .filter(name -> name.toString().contains("memu4j"))
                        .toList());
        System.out.println(
                "drivers=" + Stream.of(DriverManager.drivers().toArray()).toList());
        System.out.println("metaspace=" + first / 1024 + "," + metaspace() / 1024);
    }

    private static WeakReference<ClassLoader> deploy(ClassLoader server, List<URL> own) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URLClassLoader application = new URLClassLoader(own.toArray(URL[]::new), server);
        thread.setContextClassLoader(application);
        try (application) {
            ((Runnable) application
                            .loadClass("io.memu4j.store.jpa.DeployedApplication")
                            .getConstructor()
                            .newInstance())
                    .run();
        } finally {
            thread.setContextClassLoader(before);
        }
        return new WeakReference<>(application);
    }

    private static void collect() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            System.runFinalization();
        }
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    private static URL url(String entry) throws MalformedURLException {
        return Path.of(entry).toUri().toURL();
    }
}
