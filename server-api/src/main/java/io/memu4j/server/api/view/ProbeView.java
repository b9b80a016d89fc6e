package io.memu4j.server.api.view;

/** {@code up} or {@code down}. */
public record ProbeView(String status) {}
