using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class MyPath : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_consent_withdrawn_wholly",
                table: "consent");

            migrationBuilder.CreateTable(
                name: "person_link",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    prints = table.Column<int>(type: "integer", nullable: false),
                    printed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    printed_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wrong_codes = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_link", x => new { x.tenant_id, x.case_id });
                    table.CheckConstraint("ck_person_link_revoked_wholly", "num_nonnulls(revoked_at, revoked_by_user_id) in (0, 2)");
                    table.ForeignKey(
                        name: "fk_person_link_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_person_link_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "person_question",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by_actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_question", x => new { x.tenant_id, x.case_id, x.id });
                    table.CheckConstraint("ck_person_question_answered_wholly", "num_nonnulls(answer, answered_at, answered_by_user_id, answered_by_actor_id) in (0, 4)");
                    table.ForeignKey(
                        name: "fk_person_question_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_person_question_case_step_tenant_id_case_id_step_id",
                        columns: x => new { x.tenant_id, x.case_id, x.step_id },
                        principalTable: "case_step",
                        principalColumns: new[] { "tenant_id", "case_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_question_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_consent_withdrawn_wholly",
                table: "consent",
                sql: "num_nonnulls(withdrawn_on, withdrawn_at, withdrawn_as, withdrawal_language) in (0, 4) and num_nonnulls(withdrawn_by_user_id, withdrawn_by_actor_id) in (0, 2) and (withdrawn_by_user_id is null or withdrawn_at is not null) and withdrawn_on >= given_on");

            migrationBuilder.CreateIndex(
                name: "ix_person_question_open",
                table: "person_question",
                columns: new[] { "tenant_id", "asked_at" },
                filter: "answered_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "person_link");

            migrationBuilder.DropTable(
                name: "person_question");

            migrationBuilder.DropCheckConstraint(
                name: "ck_consent_withdrawn_wholly",
                table: "consent");

            migrationBuilder.AddCheckConstraint(
                name: "ck_consent_withdrawn_wholly",
                table: "consent",
                sql: "num_nonnulls(withdrawn_on, withdrawn_at, withdrawn_as, withdrawal_language, withdrawn_by_user_id, withdrawn_by_actor_id) in (0, 6) and withdrawn_on >= given_on");
        }
    }
}
