package io.memu4j.llm.langchain4j;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks the addresses of providers. */
final class Addresses {
    private Addresses() {}

    /** The address as a URI, or null with a fault added. */
    static @Nullable URI checked(String address, List<String> faults) {
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null
                    && (scheme.equals("http") || scheme.equals("https"))
                    && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below, like every other address that cannot be used; the text may hold a key and is not repeated
        }
        faults.add("the base URL is not an http or https address without user and password, such as https://host/v1");
        return null;
    }

    /** Host and port, as errors name them. */
    static String host(URI uri) {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
