using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,")
                .Annotation("Npgsql:PostgresExtension:fuzzystrmatch", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,");

            migrationBuilder.CreateTable(
                name: "actor_kind",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    sector = table.Column<string>(type: "text", nullable: false),
                    task_de = table.Column<string>(type: "text", nullable: false),
                    task_en = table.Column<string>(type: "text", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    access = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    access_note_de = table.Column<string>(type: "text", nullable: true),
                    access_note_en = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor_kind", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    table = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    row_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    change = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    columns = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "country",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    iso2 = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    iso3 = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    name_ar = table.Column<string>(type: "text", nullable: true),
                    name_uk = table.Column<string>(type: "text", nullable: true),
                    name_fa = table.Column<string>(type: "text", nullable: true),
                    is_offered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_country", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deadline_rule",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    description_de = table.Column<string>(type: "text", nullable: false),
                    description_en = table.Column<string>(type: "text", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadline_rule", x => new { x.key, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "emergency_number",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_number", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "ended_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lapses_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ended_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "federal_state",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    key = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_federal_state", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "glossary_term",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    note_de = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_glossary_term", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "handbook_word",
                columns: table => new
                {
                    language = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    word = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handbook_word", x => new { x.language, x.word });
                });

            migrationBuilder.CreateTable(
                name: "holiday_rule",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    pattern = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    states = table.Column<string[]>(type: "text[]", nullable: false),
                    municipalities = table.Column<string[]>(type: "text[]", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday_rule", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "language",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    native_name = table.Column<string>(type: "text", nullable: true),
                    is_right_to_left = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_language", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "portal_user",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    active_membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    normalized_user_name = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    normalized_email = table.Column<string>(type: "text", nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_user", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "process_template",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    scope_de = table.Column<string>(type: "text", nullable: false),
                    scope_en = table.Column<string>(type: "text", nullable: false),
                    trigger_de = table.Column<string>(type: "text", nullable: false),
                    trigger_en = table.Column<string>(type: "text", nullable: false),
                    goal_de = table.Column<string>(type: "text", nullable: false),
                    goal_en = table.Column<string>(type: "text", nullable: false),
                    note_de = table.Column<string>(type: "text", nullable: true),
                    note_en = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_template", x => new { x.key, x.version });
                });

            migrationBuilder.CreateTable(
                name: "published_page",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    language = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    field = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    phase = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    cost = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    evidence = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    participants_min = table.Column<int>(type: "integer", nullable: true),
                    participants_max = table.Column<int>(type: "integer", nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    is_proposal = table.Column<bool>(type: "boolean", nullable: false),
                    places = table.Column<string[]>(type: "text[]", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: true),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewed_by = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_page", x => new { x.kind, x.slug, x.language });
                });

            migrationBuilder.CreateTable(
                name: "reference_state",
                columns: table => new
                {
                    seed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    loaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_state", x => x.seed);
                });

            migrationBuilder.CreateTable(
                name: "residence_status",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name_de = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: false),
                    work_de = table.Column<string>(type: "text", nullable: true),
                    work_en = table.Column<string>(type: "text", nullable: true),
                    course_de = table.Column<string>(type: "text", nullable: true),
                    course_en = table.Column<string>(type: "text", nullable: true),
                    benefits_de = table.Column<string>(type: "text", nullable: true),
                    benefits_en = table.Column<string>(type: "text", nullable: true),
                    settlement_de = table.Column<string>(type: "text", nullable: true),
                    settlement_en = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residence_status", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_attempt",
                columns: table => new
                {
                    address_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_attempt", x => x.address_hash);
                });

            migrationBuilder.CreateTable(
                name: "statutory_basis",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    norm = table.Column<string>(type: "text", nullable: false),
                    description_de = table.Column<string>(type: "text", nullable: false),
                    description_en = table.Column<string>(type: "text", nullable: false),
                    categories = table.Column<int>(type: "integer", nullable: false),
                    sender_kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    receiver_kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    confidence = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    note_de = table.Column<string>(type: "text", nullable: true),
                    note_en = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statutory_basis", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "tenant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    key_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    phase = table.Column<int>(type: "integer", nullable: true),
                    track = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "district",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state_code = table.Column<string>(type: "character varying(2)", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    area_km2 = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_district", x => x.key);
                    table.ForeignKey(
                        name: "fk_district_federal_state_state_code",
                        column: x => x.state_code,
                        principalTable: "federal_state",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "municipal_association",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state_code = table.Column<string>(type: "character varying(2)", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    area_km2 = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipal_association", x => x.key);
                    table.ForeignKey(
                        name: "fk_municipal_association_federal_state_state_code",
                        column: x => x.state_code,
                        principalTable: "federal_state",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outbox_mail",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    template = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    about_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    given_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_mail", x => x.id);
                    table.CheckConstraint("ck_outbox_mail_one_recipient", "(recipient_user_id is null) <> (to_address is null)");
                    table.ForeignKey(
                        name: "fk_outbox_mail_users_recipient_user_id",
                        column: x => x.recipient_user_id,
                        principalTable: "portal_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "password_reset",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_password_reset", x => x.id);
                    table.ForeignKey(
                        name: "fk_password_reset_users_user_id",
                        column: x => x.user_id,
                        principalTable: "portal_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "template_step",
                columns: table => new
                {
                    template_key = table.Column<string>(type: "character varying(20)", nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    stage_de = table.Column<string>(type: "text", nullable: false),
                    stage_en = table.Column<string>(type: "text", nullable: false),
                    title_de = table.Column<string>(type: "text", nullable: false),
                    title_en = table.Column<string>(type: "text", nullable: false),
                    actor_kind = table.Column<string>(type: "character varying(40)", nullable: false),
                    receiving_kind = table.Column<string>(type: "character varying(40)", nullable: false),
                    expected_working_days = table.Column<int>(type: "integer", nullable: false),
                    deadline_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    entry_de = table.Column<string>(type: "text", nullable: true),
                    entry_en = table.Column<string>(type: "text", nullable: true),
                    exit_de = table.Column<string>(type: "text", nullable: true),
                    exit_en = table.Column<string>(type: "text", nullable: true),
                    documents_de = table.Column<string>(type: "text", nullable: true),
                    documents_en = table.Column<string>(type: "text", nullable: true),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    typical_breaks_de = table.Column<string>(type: "text", nullable: true),
                    typical_breaks_en = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_template_step", x => new { x.template_key, x.template_version, x.key });
                    table.ForeignKey(
                        name: "fk_template_step_actor_kind_actor_kind",
                        column: x => x.actor_kind,
                        principalTable: "actor_kind",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_template_step_actor_kind_receiving_kind",
                        column: x => x.receiving_kind,
                        principalTable: "actor_kind",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_template_step_process_template_template_key_template_version",
                        columns: x => new { x.template_key, x.template_version },
                        principalTable: "process_template",
                        principalColumns: new[] { "key", "version" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_entry", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_access_entry_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "actor",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    opening_hours = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_actor_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "case_number_counter",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_number_counter", x => new { x.tenant_id, x.year });
                    table.ForeignKey(
                        name: "fk_case_number_counter_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "handbook_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    municipality_id = table.Column<Guid>(type: "uuid", nullable: true),
                    public_version = table.Column<int>(type: "integer", nullable: true),
                    open_state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handbook_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_handbook_entry_tenants_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "municipality",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    regional_key = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state_code = table.Column<string>(type: "character varying(2)", nullable: false),
                    district_key = table.Column<string>(type: "character varying(5)", nullable: false),
                    association_key = table.Column<string>(type: "character varying(9)", nullable: true),
                    postcode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    population = table.Column<int>(type: "integer", nullable: false),
                    area_km2 = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false),
                    urbanisation = table.Column<int>(type: "integer", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality", x => x.key);
                    table.ForeignKey(
                        name: "fk_municipality_district_district_key",
                        column: x => x.district_key,
                        principalTable: "district",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_municipality_federal_state_state_code",
                        column: x => x.state_code,
                        principalTable: "federal_state",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_municipality_municipal_association_association_key",
                        column: x => x.association_key,
                        principalTable: "municipal_association",
                        principalColumn: "key");
                });

            migrationBuilder.CreateTable(
                name: "actor_contact",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    task = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor_contact", x => new { x.tenant_id, x.actor_id, x.id });
                    table.ForeignKey(
                        name: "fk_actor_contact_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_actor_contact_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "actor_service",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    for_whom = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    first_free_date = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor_service", x => new { x.tenant_id, x.actor_id, x.id });
                    table.ForeignKey(
                        name: "fk_actor_service_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_actor_service_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "case_path",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    template_key = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    lead_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_since = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_activity_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_path", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_case_path_actor_tenant_id_lead_actor_id",
                        columns: x => new { x.tenant_id, x.lead_actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_case_path_actor_tenant_id_opened_by_actor_id",
                        columns: x => new { x.tenant_id, x.opened_by_actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_case_path_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "membership",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership", x => x.id);
                    table.CheckConstraint("ck_membership_actor_has_tenant", "actor_id is null or tenant_id is not null");
                    table.CheckConstraint("ck_membership_case_role_has_actor", "actor_id is not null or role not in ('Coordinator', 'CaseWorker', 'ActorManager', 'VolunteerCoordinator')");
                    table.ForeignKey(
                        name: "fk_membership_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_users_user_id",
                        column: x => x.user_id,
                        principalTable: "portal_user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "self_assessment",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    questionnaire_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    questionnaire_version = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    completed_by_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_assessment", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_self_assessment_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_self_assessment_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "tandem",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    responsible_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    with_minors = table.Column<bool>(type: "boolean", nullable: false),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    goals = table.Column<string[]>(type: "text[]", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trial_since = table.Column<DateOnly>(type: "date", nullable: true),
                    active_since = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    reminded_of_review_due = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_of_quiet_since = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tandem", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tandem_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_tandem_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "volunteer",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    called_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    helps_with = table.Column<int>(type: "integer", nullable: false),
                    district = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    interests = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    limits = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agreement_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confidentiality_on = table.Column<DateOnly>(type: "date", nullable: true),
                    trained_on = table.Column<DateOnly>(type: "date", nullable: true),
                    insured_since = table.Column<DateOnly>(type: "date", nullable: true),
                    allowance_declared_on = table.Column<DateOnly>(type: "date", nullable: true),
                    certificate_seen_on = table.Column<DateOnly>(type: "date", nullable: true),
                    certificate_seen_by = table.Column<Guid>(type: "uuid", nullable: true),
                    certificate_is_clear = table.Column<bool>(type: "boolean", nullable: true),
                    certificate_next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_volunteer_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_volunteer_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "earlier_slug",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_earlier_slug", x => new { x.kind, x.slug });
                    table.ForeignKey(
                        name: "fk_earlier_slug_handbook_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "handbook_entry",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "entry_version",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    author_office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    field = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    phase = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    cost = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    evidence = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    participants_min = table.Column<int>(type: "integer", nullable: true),
                    participants_max = table.Column<int>(type: "integer", nullable: true),
                    places = table.Column<string[]>(type: "text[]", nullable: false),
                    source = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_proposal = table.Column<bool>(type: "boolean", nullable: false),
                    criteria = table.Column<string>(type: "jsonb", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewer_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewed_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sent_back_because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_version", x => new { x.entry_id, x.number });
                    table.ForeignKey(
                        name: "fk_entry_version_handbook_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "handbook_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_step",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    template_key = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    stage_de = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    stage_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    title_de = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    responsible_kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    responsible_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stands_in = table.Column<bool>(type: "boolean", nullable: false),
                    given_by_handover_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receiving_kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    expected_working_days = table.Column<int>(type: "integer", nullable: false),
                    deadline_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    block_reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_step", x => new { x.tenant_id, x.case_id, x.id });
                    table.ForeignKey(
                        name: "fk_case_step_actor_tenant_id_responsible_actor_id",
                        columns: x => new { x.tenant_id, x.responsible_actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_case_step_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_case_step_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "handover",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    from_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    categories = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    previous_lead_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignee_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    used_days = table.Column<int>(type: "integer", nullable: false),
                    alarm = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    first_free_date = table.Column<DateOnly>(type: "date", nullable: true),
                    decline_reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    clock_answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    clock_remind_on = table.Column<DateOnly>(type: "date", nullable: false),
                    clock_return_on = table.Column<DateOnly>(type: "date", nullable: false),
                    clock_since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_handover_actor_tenant_id_from_actor_id",
                        columns: x => new { x.tenant_id, x.from_actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_handover_actor_tenant_id_to_actor_id",
                        columns: x => new { x.tenant_id, x.to_actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_handover_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_handover_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "mentoring_request",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    called_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    wish = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    goals = table.Column<string[]>(type: "text[]", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    help_with = table.Column<int>(type: "integer", nullable: false),
                    district = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    reach = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    is_minor = table.Column<bool>(type: "boolean", nullable: false),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentoring_request", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_mentoring_request_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_mentoring_request_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mentoring_request_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "participation",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    categories = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    last_activity_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participation", x => new { x.tenant_id, x.case_id, x.actor_id });
                    table.ForeignKey(
                        name: "fk_participation_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_participation_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_participation_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    official_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    called_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_in_own_script = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    short_name = table.Column<string>(type: "character varying(210)", maxLength: 210, nullable: false),
                    search_form = table.Column<string>(type: "text", nullable: false),
                    born = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    needs_interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    interpreter_note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reach = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => new { x.tenant_id, x.case_id, x.id });
                    table.ForeignKey(
                        name: "fk_person_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_person_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "unsent_handover",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written = table.Column<string>(type: "text", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unsent_handover", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_unsent_handover_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_unsent_handover_actor_tenant_id_to_actor_id",
                        columns: x => new { x.tenant_id, x.to_actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_unsent_handover_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_unsent_handover_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "assessment_answer",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    level = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    kinds = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_answer", x => new { x.tenant_id, x.assessment_id, x.item_key });
                    table.ForeignKey(
                        name: "fk_assessment_answer_self_assessment_tenant_id_assessment_id",
                        columns: x => new { x.tenant_id, x.assessment_id },
                        principalTable: "self_assessment",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_assessment_answer_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "assessment_measure",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    field_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    responsible_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_measure", x => new { x.tenant_id, x.assessment_id, x.id });
                    table.ForeignKey(
                        name: "fk_assessment_measure_actor_tenant_id_responsible_actor_id",
                        columns: x => new { x.tenant_id, x.responsible_actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_assessment_measure_self_assessment_tenant_id_assessment_id",
                        columns: x => new { x.tenant_id, x.assessment_id },
                        principalTable: "self_assessment",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_assessment_measure_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "concern",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tandem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    is_acute = table.Column<bool>(type: "boolean", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    escalated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concern", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_concern_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_concern_tandem_tenant_id_tandem_id",
                        columns: x => new { x.tenant_id, x.tandem_id },
                        principalTable: "tandem",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_concern_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "tandem_event",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tandem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tandem_event", x => new { x.tenant_id, x.tandem_id, x.id });
                    table.ForeignKey(
                        name: "fk_tandem_event_tandem_tenant_id_tandem_id",
                        columns: x => new { x.tenant_id, x.tandem_id },
                        principalTable: "tandem",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_tandem_event_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "tandem_review",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tandem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    light = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tandem_review", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_tandem_review_tandem_tenant_id_tandem_id",
                        columns: x => new { x.tenant_id, x.tandem_id },
                        principalTable: "tandem",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_tandem_review_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "engagement_year",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    meetings = table.Column<int>(type: "integer", nullable: false),
                    quarter_hours = table.Column<int>(type: "integer", nullable: false),
                    first_on = table.Column<DateOnly>(type: "date", nullable: false),
                    last_on = table.Column<DateOnly>(type: "date", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_engagement_year", x => new { x.tenant_id, x.volunteer_id, x.year });
                    table.ForeignKey(
                        name: "fk_engagement_year_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_engagement_year_volunteer_tenant_id_volunteer_id",
                        columns: x => new { x.tenant_id, x.volunteer_id },
                        principalTable: "volunteer",
                        principalColumns: new[] { "tenant_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_invitation_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_invitation_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_invitation_volunteer_tenant_id_volunteer_id",
                        columns: x => new { x.tenant_id, x.volunteer_id },
                        principalTable: "volunteer",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mentoring_session",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tandem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    quarter_hours = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    activities = table.Column<int>(type: "integer", nullable: false),
                    goal = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    light = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    next_meeting_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    has_expenses = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentoring_session", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_mentoring_session_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_mentoring_session_tandem_tenant_id_tandem_id",
                        columns: x => new { x.tenant_id, x.tandem_id },
                        principalTable: "tandem",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_mentoring_session_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_mentoring_session_volunteer_tenant_id_volunteer_id",
                        columns: x => new { x.tenant_id, x.volunteer_id },
                        principalTable: "volunteer",
                        principalColumns: new[] { "tenant_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "tandem_mentor",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tandem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tandem_mentor", x => new { x.tenant_id, x.tandem_id, x.id });
                    table.ForeignKey(
                        name: "fk_tandem_mentor_tandem_tenant_id_tandem_id",
                        columns: x => new { x.tenant_id, x.tandem_id },
                        principalTable: "tandem",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_tandem_mentor_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_tandem_mentor_volunteer_tenant_id_volunteer_id",
                        columns: x => new { x.tenant_id, x.volunteer_id },
                        principalTable: "volunteer",
                        principalColumns: new[] { "tenant_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "entry_comment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    paragraph = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_comment", x => x.id);
                    table.ForeignKey(
                        name: "fk_entry_comment_entry_version_entry_id_number",
                        columns: x => new { x.entry_id, x.number },
                        principalTable: "entry_version",
                        principalColumns: new[] { "entry_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entry_text",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    language = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    agenda = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry_text", x => new { x.entry_id, x.number, x.language });
                    table.ForeignKey(
                        name: "fk_entry_text_entry_version_entry_id_number",
                        columns: x => new { x.entry_id, x.number },
                        principalTable: "entry_version",
                        principalColumns: new[] { "entry_id", "number" });
                });

            migrationBuilder.CreateTable(
                name: "case_event",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    step_id = table.Column<Guid>(type: "uuid", nullable: true),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: true),
                    other_actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    instead_of_user_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_event", x => new { x.tenant_id, x.case_id, x.id });
                    table.ForeignKey(
                        name: "fk_case_event_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_case_event_handover_tenant_id_handover_id",
                        columns: x => new { x.tenant_id, x.handover_id },
                        principalTable: "handover",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_event_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "handover_content",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    goal = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    agreed = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    agreed_language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    agreed_with_interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    risks = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    wished_first_appointment = table.Column<DateOnly>(type: "date", nullable: true),
                    age_band = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    done = table.Column<string>(type: "jsonb", nullable: false),
                    open = table.Column<string>(type: "jsonb", nullable: false),
                    documents = table.Column<string>(type: "jsonb", nullable: false),
                    reason_text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    report = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_content", x => new { x.tenant_id, x.handover_id });
                    table.ForeignKey(
                        name: "fk_handover_content_handover_tenant_id_handover_id",
                        columns: x => new { x.tenant_id, x.handover_id },
                        principalTable: "handover",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_handover_content_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "handover_ground",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    covers = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    norm = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_ground", x => new { x.tenant_id, x.handover_id, x.covers });
                    table.ForeignKey(
                        name: "fk_handover_ground_handover_tenant_id_handover_id",
                        columns: x => new { x.tenant_id, x.handover_id },
                        principalTable: "handover",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_handover_ground_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "handover_message",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    is_question = table.Column<bool>(type: "boolean", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_message", x => new { x.tenant_id, x.handover_id, x.id });
                    table.ForeignKey(
                        name: "fk_handover_message_handover_tenant_id_handover_id",
                        columns: x => new { x.tenant_id, x.handover_id },
                        principalTable: "handover",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_handover_message_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "handover_step",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title_de = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    previous_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    previous_stood_in = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_step", x => new { x.tenant_id, x.handover_id, x.step_id });
                    table.ForeignKey(
                        name: "fk_handover_step_case_step_tenant_id_case_id_step_id",
                        columns: x => new { x.tenant_id, x.case_id, x.step_id },
                        principalTable: "case_step",
                        principalColumns: new[] { "tenant_id", "case_id", "id" });
                    table.ForeignKey(
                        name: "fk_handover_step_handover_tenant_id_handover_id",
                        columns: x => new { x.tenant_id, x.handover_id },
                        principalTable: "handover",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_handover_step_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "meeting_share",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tandem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    with_light = table.Column<bool>(type: "boolean", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recorded_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_share", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_meeting_share_actor_tenant_id_recipient_actor_id",
                        columns: x => new { x.tenant_id, x.recipient_actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_meeting_share_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_meeting_share_mentoring_request_tenant_id_request_id",
                        columns: x => new { x.tenant_id, x.request_id },
                        principalTable: "mentoring_request",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_meeting_share_tandem_tenant_id_tandem_id",
                        columns: x => new { x.tenant_id, x.tandem_id },
                        principalTable: "tandem",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_meeting_share_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "tandem_mentee",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tandem_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    called_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tandem_mentee", x => new { x.tenant_id, x.tandem_id, x.request_id });
                    table.ForeignKey(
                        name: "fk_tandem_mentee_mentoring_request_tenant_id_request_id",
                        columns: x => new { x.tenant_id, x.request_id },
                        principalTable: "mentoring_request",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_tandem_mentee_tandem_tenant_id_tandem_id",
                        columns: x => new { x.tenant_id, x.tandem_id },
                        principalTable: "tandem",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_tandem_mentee_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "participation_ground",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    covers = table.Column<int>(type: "integer", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    norm = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participation_ground", x => new { x.tenant_id, x.case_id, x.actor_id, x.id });
                    table.ForeignKey(
                        name: "fk_participation_ground_participation_tenant_id_case_id_actor_",
                        columns: x => new { x.tenant_id, x.case_id, x.actor_id },
                        principalTable: "participation",
                        principalColumns: new[] { "tenant_id", "case_id", "actor_id" });
                    table.ForeignKey(
                        name: "fk_participation_ground_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "consent",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    covers = table.Column<int>(type: "integer", nullable: false),
                    purpose = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    interpreter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    form = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    witness = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    text_version = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    recorded_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent", x => new { x.tenant_id, x.case_id, x.id });
                    table.ForeignKey(
                        name: "fk_consent_actor_tenant_id_recipient_actor_id",
                        columns: x => new { x.tenant_id, x.recipient_actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_consent_person_tenant_id_case_id_person_id",
                        columns: x => new { x.tenant_id, x.case_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "case_id", "id" });
                    table.ForeignKey(
                        name: "fk_consent_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "person_fact",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_actor_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_fact", x => new { x.tenant_id, x.case_id, x.id });
                    table.CheckConstraint("ck_person_fact_one_category", "category > 0 and (category & (category - 1)) = 0");
                    table.ForeignKey(
                        name: "fk_person_fact_person_tenant_id_case_id_person_id",
                        columns: x => new { x.tenant_id, x.case_id, x.person_id },
                        principalTable: "person",
                        principalColumns: new[] { "tenant_id", "case_id", "id" });
                    table.ForeignKey(
                        name: "fk_person_fact_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "session_answer",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_answer", x => new { x.tenant_id, x.session_id, x.id });
                    table.ForeignKey(
                        name: "fk_session_answer_mentoring_session_tenant_id_session_id",
                        columns: x => new { x.tenant_id, x.session_id },
                        principalTable: "mentoring_session",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_session_answer_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "session_version",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    quarter_hours = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    activities = table.Column<int>(type: "integer", nullable: false),
                    goal = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    light = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    next_meeting_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    has_expenses = table.Column<bool>(type: "boolean", nullable: false),
                    corrected_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    corrected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_version", x => new { x.tenant_id, x.session_id, x.version });
                    table.ForeignKey(
                        name: "fk_session_version_mentoring_session_tenant_id_session_id",
                        columns: x => new { x.tenant_id, x.session_id },
                        principalTable: "mentoring_session",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_session_version_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_entry_tenant_id_handover_id_actor_id_at",
                table: "access_entry",
                columns: new[] { "tenant_id", "handover_id", "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_actor_tenant_id_kind_name",
                table: "actor",
                columns: new[] { "tenant_id", "kind", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_tenant_id_at",
                table: "audit_entry",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_path_tenant_id_last_activity_at_id",
                table: "case_path",
                columns: new[] { "tenant_id", "last_activity_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_case_path_tenant_id_next_due_on_id",
                table: "case_path",
                columns: new[] { "tenant_id", "next_due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_path_tenant_id_number",
                table: "case_path",
                columns: new[] { "tenant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_step_blocked",
                table: "case_step",
                columns: new[] { "tenant_id", "responsible_actor_id", "case_id" },
                filter: "state = 'Blocked'");

            migrationBuilder.CreateIndex(
                name: "ix_case_step_current",
                table: "case_step",
                columns: new[] { "tenant_id", "responsible_actor_id", "due_on", "id" },
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_concern_tenant_id_actor_id_answered_at_answer_by",
                table: "concern",
                columns: new[] { "tenant_id", "actor_id", "answered_at", "answer_by" });

            migrationBuilder.CreateIndex(
                name: "ix_earlier_slug_entry_id",
                table: "earlier_slug",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_entry_comment_entry_id_number",
                table: "entry_comment",
                columns: new[] { "entry_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_entry_version_one_open",
                table: "entry_version",
                column: "entry_id",
                unique: true,
                filter: "state in ('Draft', 'Submitted', 'InReview')");

            migrationBuilder.CreateIndex(
                name: "ix_entry_version_one_public",
                table: "entry_version",
                column: "entry_id",
                unique: true,
                filter: "state in ('Published', 'DueForReview')");

            migrationBuilder.CreateIndex(
                name: "ix_handbook_entry_municipality_id_kind",
                table: "handbook_entry",
                columns: new[] { "municipality_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_handbook_entry_one_address",
                table: "handbook_entry",
                columns: new[] { "kind", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handbook_word_word",
                table: "handbook_word",
                column: "word")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_handover_one_open_transfer",
                table: "handover",
                columns: new[] { "tenant_id", "case_id" },
                unique: true,
                filter: "kind = 'Transfer' and state in ('Sent', 'ClarificationRequested')");

            migrationBuilder.CreateIndex(
                name: "ix_handover_tenant_id_case_id_sent_at",
                table: "handover",
                columns: new[] { "tenant_id", "case_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_handover_tenant_id_from_actor_id_state_sent_at_id",
                table: "handover",
                columns: new[] { "tenant_id", "from_actor_id", "state", "sent_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_handover_tenant_id_to_actor_id_state_sent_at_id",
                table: "handover",
                columns: new[] { "tenant_id", "to_actor_id", "state", "sent_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_only_one_open",
                table: "invitation",
                columns: new[] { "tenant_id", "actor_id", "address", "role" },
                unique: true,
                filter: "accepted_at is null and revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_share_tenant_id_case_id_recipient_actor_id",
                table: "meeting_share",
                columns: new[] { "tenant_id", "case_id", "recipient_actor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_share_tenant_id_tandem_id",
                table: "meeting_share",
                columns: new[] { "tenant_id", "tandem_id" });

            migrationBuilder.CreateIndex(
                name: "ix_membership_tenant_id_actor_id",
                table: "membership",
                columns: new[] { "tenant_id", "actor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_membership_user_id",
                table: "membership",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_mentoring_request_tenant_id_actor_id_state_entered_at",
                table: "mentoring_request",
                columns: new[] { "tenant_id", "actor_id", "state", "entered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_mentoring_session_tenant_id_actor_id_held_on",
                table: "mentoring_session",
                columns: new[] { "tenant_id", "actor_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_mentoring_session_tenant_id_tandem_id_held_on",
                table: "mentoring_session",
                columns: new[] { "tenant_id", "tandem_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_mentoring_session_tenant_id_volunteer_id_held_on",
                table: "mentoring_session",
                columns: new[] { "tenant_id", "volunteer_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_municipality_district_key",
                table: "municipality",
                column: "district_key");

            migrationBuilder.CreateIndex(
                name: "ix_municipality_regional_key",
                table: "municipality",
                column: "regional_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_mail_not_before",
                table: "outbox_mail",
                column: "not_before",
                filter: "sent_at is null and given_up_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_participation_tenant_id_actor_id_case_id",
                table: "participation",
                columns: new[] { "tenant_id", "actor_id", "case_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "categories", "is_active", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_participation_tenant_id_actor_id_last_activity_at_case_id",
                table: "participation",
                columns: new[] { "tenant_id", "actor_id", "last_activity_at", "case_id" },
                descending: new[] { false, false, true, true })
                .Annotation("Npgsql:IndexInclude", new[] { "categories", "is_active", "until", "next_due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_participation_tenant_id_actor_id_next_due_on_case_id",
                table: "participation",
                columns: new[] { "tenant_id", "actor_id", "next_due_on", "case_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "categories", "is_active", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_participation_ground_tenant_id_until",
                table: "participation_ground",
                columns: new[] { "tenant_id", "until" },
                filter: "ended_on is null and until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_portal_user_normalized_email",
                table: "portal_user",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_published_page_entry_id",
                table: "published_page",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_published_page_language_kind_position",
                table: "published_page",
                columns: new[] { "language", "kind", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_published_page_language_published_at",
                table: "published_page",
                columns: new[] { "language", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_published_page_words",
                table: "published_page",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_self_assessment_one_open",
                table: "self_assessment",
                columns: new[] { "tenant_id", "actor_id", "questionnaire_key" },
                unique: true,
                filter: "completed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_self_assessment_tenant_id_actor_id_started_at",
                table: "self_assessment",
                columns: new[] { "tenant_id", "actor_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_tandem_tenant_id_actor_id_state",
                table: "tandem",
                columns: new[] { "tenant_id", "actor_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_tandem_mentee_one_tandem",
                table: "tandem_mentee",
                columns: new[] { "tenant_id", "request_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tandem_mentor_one_at_a_time",
                table: "tandem_mentor",
                columns: new[] { "tenant_id", "tandem_id" },
                unique: true,
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_tandem_mentor_tenant_id_volunteer_id",
                table: "tandem_mentor",
                columns: new[] { "tenant_id", "volunteer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tandem_review_one_answer",
                table: "tandem_review",
                columns: new[] { "tenant_id", "tandem_id", "side", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_template_step_template_key_template_version_position",
                table: "template_step",
                columns: new[] { "template_key", "template_version", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tenant_key",
                table: "tenant",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unsent_handover_tenant_id_case_id_user_id",
                table: "unsent_handover",
                columns: new[] { "tenant_id", "case_id", "user_id" });

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_one_profile",
                table: "volunteer",
                columns: new[] { "tenant_id", "actor_id", "user_id" },
                unique: true,
                filter: "user_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_tenant_id_actor_id_state_called_name",
                table: "volunteer",
                columns: new[] { "tenant_id", "actor_id", "state", "called_name" });

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_tenant_id_user_id",
                table: "volunteer",
                columns: new[] { "tenant_id", "user_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_entry");

            migrationBuilder.DropTable(
                name: "actor_contact");

            migrationBuilder.DropTable(
                name: "actor_service");

            migrationBuilder.DropTable(
                name: "assessment_answer");

            migrationBuilder.DropTable(
                name: "assessment_measure");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "case_event");

            migrationBuilder.DropTable(
                name: "case_number_counter");

            migrationBuilder.DropTable(
                name: "concern");

            migrationBuilder.DropTable(
                name: "consent");

            migrationBuilder.DropTable(
                name: "country");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "deadline_rule");

            migrationBuilder.DropTable(
                name: "earlier_slug");

            migrationBuilder.DropTable(
                name: "emergency_number");

            migrationBuilder.DropTable(
                name: "ended_session");

            migrationBuilder.DropTable(
                name: "engagement_year");

            migrationBuilder.DropTable(
                name: "entry_comment");

            migrationBuilder.DropTable(
                name: "entry_text");

            migrationBuilder.DropTable(
                name: "glossary_term");

            migrationBuilder.DropTable(
                name: "handbook_word");

            migrationBuilder.DropTable(
                name: "handover_content");

            migrationBuilder.DropTable(
                name: "handover_ground");

            migrationBuilder.DropTable(
                name: "handover_message");

            migrationBuilder.DropTable(
                name: "handover_step");

            migrationBuilder.DropTable(
                name: "holiday_rule");

            migrationBuilder.DropTable(
                name: "invitation");

            migrationBuilder.DropTable(
                name: "language");

            migrationBuilder.DropTable(
                name: "meeting_share");

            migrationBuilder.DropTable(
                name: "membership");

            migrationBuilder.DropTable(
                name: "municipality");

            migrationBuilder.DropTable(
                name: "outbox_mail");

            migrationBuilder.DropTable(
                name: "participation_ground");

            migrationBuilder.DropTable(
                name: "password_reset");

            migrationBuilder.DropTable(
                name: "person_fact");

            migrationBuilder.DropTable(
                name: "published_page");

            migrationBuilder.DropTable(
                name: "reference_state");

            migrationBuilder.DropTable(
                name: "residence_status");

            migrationBuilder.DropTable(
                name: "session_answer");

            migrationBuilder.DropTable(
                name: "session_version");

            migrationBuilder.DropTable(
                name: "sign_in_attempt");

            migrationBuilder.DropTable(
                name: "statutory_basis");

            migrationBuilder.DropTable(
                name: "tandem_event");

            migrationBuilder.DropTable(
                name: "tandem_mentee");

            migrationBuilder.DropTable(
                name: "tandem_mentor");

            migrationBuilder.DropTable(
                name: "tandem_review");

            migrationBuilder.DropTable(
                name: "template_step");

            migrationBuilder.DropTable(
                name: "unsent_handover");

            migrationBuilder.DropTable(
                name: "self_assessment");

            migrationBuilder.DropTable(
                name: "entry_version");

            migrationBuilder.DropTable(
                name: "case_step");

            migrationBuilder.DropTable(
                name: "handover");

            migrationBuilder.DropTable(
                name: "district");

            migrationBuilder.DropTable(
                name: "municipal_association");

            migrationBuilder.DropTable(
                name: "participation");

            migrationBuilder.DropTable(
                name: "portal_user");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "mentoring_session");

            migrationBuilder.DropTable(
                name: "mentoring_request");

            migrationBuilder.DropTable(
                name: "actor_kind");

            migrationBuilder.DropTable(
                name: "process_template");

            migrationBuilder.DropTable(
                name: "handbook_entry");

            migrationBuilder.DropTable(
                name: "federal_state");

            migrationBuilder.DropTable(
                name: "tandem");

            migrationBuilder.DropTable(
                name: "volunteer");

            migrationBuilder.DropTable(
                name: "case_path");

            migrationBuilder.DropTable(
                name: "actor");

            migrationBuilder.DropTable(
                name: "tenant");
        }
    }
}
