package io.memu4j.store.jpa.session;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** Stands in for Hibernate's JSON and XML mappers, which take a while to start and are not needed: no column has such a type. */
final class NoFormat implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException("No column is mapped as JSON or XML.");
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException("No column is mapped as JSON or XML.");
    }
}
