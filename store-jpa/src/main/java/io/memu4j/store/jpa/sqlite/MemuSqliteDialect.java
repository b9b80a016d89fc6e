package io.memu4j.store.jpa.sqlite;

import java.sql.SQLException;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.community.dialect.SQLiteSqlAstTranslator;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.spi.SQLExceptionConversionDelegate;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.from.NamedTableReference;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's SQLite dialect without three of its defects (7.4.13): a filter in a bulk update or delete names an alias that was not
 * declared, {@code on conflict} is refused, and violated constraints are not recognised.
 */
public final class MemuSqliteDialect extends SQLiteDialect {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int CONSTRAINT = 19;

    /** For SQLite 3.38 and later, asking no connection. */
    public MemuSqliteDialect() {
        super(DatabaseVersion.make(3, 38));
    }

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return new StandardSqlAstTranslatorFactory() {
            @Override
            protected <T extends JdbcOperation> SqlAstTranslator<T> buildTranslator(
                    SessionFactoryImplementor factory, Statement statement) {
                return new Translator<>(factory, statement);
            }
        };
    }

    @Override
    public SQLExceptionConversionDelegate buildSQLExceptionConversionDelegate() {
        SQLExceptionConversionDelegate standard = super.buildSQLExceptionConversionDelegate();
        return (e, message, sql) -> switch (primaryCode(e)) {
            case CONSTRAINT -> new ConstraintViolationException(message, e, sql, constraintName(e));
            case BUSY, LOCKED -> new LockAcquisitionException(message, e, sql);
            default -> standard.convert(e, message, sql);
        };
    }

    private @Nullable String constraintName(SQLException e) {
        return getViolatedConstraintNameExtractor().extractConstraintName(e);
    }

    private static int primaryCode(SQLException e) {
        return e.getClass().getName().startsWith("org.sqlite.") ? e.getErrorCode() & 0xff : -1;
    }

    private static final class Translator<T extends JdbcOperation> extends SQLiteSqlAstTranslator<T> {
        Translator(SessionFactoryImplementor factory, Statement statement) {
            super(factory, statement);
        }

        @Override
        protected void renderDmlTargetTableExpression(NamedTableReference table) {
            super.renderDmlTargetTableExpression(table);
            String alias = table.getIdentificationVariable();
            if (alias != null) {
                appendSql(" as ");
                appendSql(alias);
            }
        }

        @Override
        protected void visitConflictClause(@Nullable ConflictClause clause) {
            visitStandardConflictClause(clause);
        }
    }
}
