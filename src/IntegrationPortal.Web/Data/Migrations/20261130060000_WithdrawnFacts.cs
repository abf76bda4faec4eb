using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class WithdrawnFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "withdrawal_reason",
                table: "person_fact",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "withdrawn_at",
                table: "person_fact",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "withdrawn_by_actor_id",
                table: "person_fact",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "withdrawn_by_user_id",
                table: "person_fact",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_person_fact_withdrawn_wholly",
                table: "person_fact",
                sql: "num_nonnulls(withdrawn_at, withdrawn_by_user_id, withdrawn_by_actor_id, withdrawal_reason) in (0, 4) and btrim(withdrawal_reason) <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_person_fact_withdrawn_wholly",
                table: "person_fact");

            migrationBuilder.DropColumn(
                name: "withdrawal_reason",
                table: "person_fact");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "person_fact");

            migrationBuilder.DropColumn(
                name: "withdrawn_by_actor_id",
                table: "person_fact");

            migrationBuilder.DropColumn(
                name: "withdrawn_by_user_id",
                table: "person_fact");
        }
    }
}
