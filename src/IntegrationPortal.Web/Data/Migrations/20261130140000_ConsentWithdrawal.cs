using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class ConsentWithdrawal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "withdrawal_interpreter",
                table: "consent",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_language",
                table: "consent",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_as",
                table: "consent",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "withdrawn_at",
                table: "consent",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "withdrawn_by_actor_id",
                table: "consent",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "withdrawn_by_user_id",
                table: "consent",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "withdrawn_on",
                table: "consent",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "deletion_request",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    covers = table.Column<int>(type: "integer", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by_user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kept_because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deletion_request", x => new { x.tenant_id, x.case_id, x.consent_id });
                    table.CheckConstraint("ck_deletion_request_answered_wholly", "num_nonnulls(answered_at, answered_by_user_id) in (0, 2) and (kept_because is null or (answered_at is not null and btrim(kept_because) <> ''))");
                    table.ForeignKey(
                        name: "fk_deletion_request_actor_tenant_id_actor_id",
                        columns: x => new { x.tenant_id, x.actor_id },
                        principalTable: "actor",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_deletion_request_consent_tenant_id_case_id_consent_id",
                        columns: x => new { x.tenant_id, x.case_id, x.consent_id },
                        principalTable: "consent",
                        principalColumns: new[] { "tenant_id", "case_id", "id" });
                    table.ForeignKey(
                        name: "fk_deletion_request_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_consent_withdrawn_wholly",
                table: "consent",
                sql: "num_nonnulls(withdrawn_on, withdrawn_at, withdrawn_as, withdrawal_language, withdrawn_by_user_id, withdrawn_by_actor_id) in (0, 6) and withdrawn_on >= given_on");

            migrationBuilder.CreateIndex(
                name: "ix_deletion_request_open",
                table: "deletion_request",
                columns: new[] { "tenant_id", "actor_id", "asked_at" },
                filter: "answered_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_deletion_request_tenant_id_asked_at_consent_id",
                table: "deletion_request",
                columns: new[] { "tenant_id", "asked_at", "consent_id" },
                descending: new[] { false, true, true });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deletion_request");

            migrationBuilder.DropCheckConstraint(
                name: "ck_consent_withdrawn_wholly",
                table: "consent");

            migrationBuilder.DropColumn(
                name: "withdrawal_interpreter",
                table: "consent");

            migrationBuilder.DropColumn(
                name: "withdrawal_language",
                table: "consent");

            migrationBuilder.DropColumn(
                name: "withdrawn_as",
                table: "consent");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "consent");

            migrationBuilder.DropColumn(
                name: "withdrawn_by_actor_id",
                table: "consent");

            migrationBuilder.DropColumn(
                name: "withdrawn_by_user_id",
                table: "consent");

            migrationBuilder.DropColumn(
                name: "withdrawn_on",
                table: "consent");

        }
    }
}
