package io.memu4j.config;

/** Addresses as they may be printed. */
final class UrlText {
    private UrlText() {}

    /** The address without user, password and query, which may hold keys. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("//[^/@]*@", "//").replaceFirst("[?#].*", "");
    }
}
